/** Comma-separated values: for programs, and for a spreadsheet with Norwegian settings. */
@NullMarked
package no.opptrapping.platform.csv;

import org.jspecify.annotations.NullMarked;
