/** The only door to the provinces: commands out, replies in; how a province talks stays behind it. */
@org.jspecify.annotations.NullMarked
package io.tongban.province;
