/** Published answers in the database. */
@NullMarked
package no.opptrapping.grant.answers.db;

import org.jspecify.annotations.NullMarked;
