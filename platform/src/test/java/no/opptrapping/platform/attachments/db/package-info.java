/** The content of attachments in chunks. */
@NullMarked
package no.opptrapping.platform.attachments.db;

import org.jspecify.annotations.NullMarked;
