@NullMarked
package io.tongban.api.certification;

import org.jspecify.annotations.NullMarked;
