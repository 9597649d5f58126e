/** Speaks text files over SFTP: takes files from a folder, and puts replies into another. */
@org.jspecify.annotations.NullMarked
package io.tongban.sandbox.province.file;
