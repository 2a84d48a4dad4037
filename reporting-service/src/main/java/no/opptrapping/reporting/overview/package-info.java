/** What one municipality has to do and by when, in one answer. */
@NullMarked
package no.opptrapping.reporting.overview;

import org.jspecify.annotations.NullMarked;
