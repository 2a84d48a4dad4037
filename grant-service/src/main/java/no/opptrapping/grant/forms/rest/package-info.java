/** Forms of calls over HTTP. */
@NullMarked
package no.opptrapping.grant.forms.rest;

import org.jspecify.annotations.NullMarked;
