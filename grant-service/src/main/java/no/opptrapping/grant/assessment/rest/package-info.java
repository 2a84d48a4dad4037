/** Assessments over HTTP. */
@NullMarked
package no.opptrapping.grant.assessment.rest;

import org.jspecify.annotations.NullMarked;
