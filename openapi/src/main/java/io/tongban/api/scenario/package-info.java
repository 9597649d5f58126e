@NullMarked
package io.tongban.api.scenario;

import org.jspecify.annotations.NullMarked;
