/** Documents that are kept and read as they were written, also by a screen reader and in an archive. */
@NullMarked
package no.opptrapping.platform.documents;

import org.jspecify.annotations.NullMarked;
