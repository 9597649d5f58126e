/** The dialect file: rows collected in the gateway's spool, and carried in text files over SFTP. */
@org.jspecify.annotations.NullMarked
package io.tongban.province.dialect.file;
