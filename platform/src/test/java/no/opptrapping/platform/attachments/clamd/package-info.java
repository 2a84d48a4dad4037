/** The scanner, tried against one that says what a test wants. */
@NullMarked
package no.opptrapping.platform.attachments.clamd;

import org.jspecify.annotations.NullMarked;
