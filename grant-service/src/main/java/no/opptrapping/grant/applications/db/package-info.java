/** Applications in the database. */
@NullMarked
package no.opptrapping.grant.applications.db;

import org.jspecify.annotations.NullMarked;
