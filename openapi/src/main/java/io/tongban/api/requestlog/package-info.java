@NullMarked
package io.tongban.api.requestlog;

import org.jspecify.annotations.NullMarked;
