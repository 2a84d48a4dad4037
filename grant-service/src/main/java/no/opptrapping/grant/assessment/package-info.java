/** Assessments (saksbehandling) of submitted applications, from which an allocation run is made. */
@NullMarked
package no.opptrapping.grant.assessment;

import org.jspecify.annotations.NullMarked;
