/** How what is asked is stored. */
@NullMarked
package no.opptrapping.reporting.forms.db;

import org.jspecify.annotations.NullMarked;
