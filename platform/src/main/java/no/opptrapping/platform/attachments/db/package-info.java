/** Files and their bytes in the database. */
@NullMarked
package no.opptrapping.platform.attachments.db;

import org.jspecify.annotations.NullMarked;
