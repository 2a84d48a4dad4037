/** The form of the annual report: its editions, its questions, and the vocabulary of the answers. */
@NullMarked
package no.opptrapping.reporting.forms;

import org.jspecify.annotations.NullMarked;
