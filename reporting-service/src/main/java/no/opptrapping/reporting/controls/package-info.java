/** The rules that a report is held against, as data: code, severity, texts and what must hold. */
@NullMarked
package no.opptrapping.reporting.controls;

import org.jspecify.annotations.NullMarked;
