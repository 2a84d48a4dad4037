/** The awards' tables. */
@NullMarked
package no.opptrapping.grant.awards.db;

import org.jspecify.annotations.NullMarked;
