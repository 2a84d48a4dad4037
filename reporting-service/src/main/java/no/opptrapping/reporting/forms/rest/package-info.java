/** Forms over HTTP. */
@NullMarked
package no.opptrapping.reporting.forms.rest;

import org.jspecify.annotations.NullMarked;
