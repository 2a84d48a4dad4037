/** Attachments, tried with hostile files, a scanner and a storage. */
@NullMarked
package no.opptrapping.platform.attachments;

import org.jspecify.annotations.NullMarked;
