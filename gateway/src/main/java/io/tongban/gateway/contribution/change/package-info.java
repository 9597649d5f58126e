@org.jspecify.annotations.NullMarked
package io.tongban.gateway.contribution.change;
