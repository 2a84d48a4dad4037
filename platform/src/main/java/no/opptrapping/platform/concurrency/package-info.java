/** Entity tags of rows that people edit together. */
@NullMarked
package no.opptrapping.platform.concurrency;

import org.jspecify.annotations.NullMarked;
