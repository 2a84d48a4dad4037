/** Assessments in the database. */
@NullMarked
package no.opptrapping.grant.assessment.db;

import org.jspecify.annotations.NullMarked;
