/** What tells of changes, read across the tables of other rooms. */
@NullMarked
package no.opptrapping.grant.succession.db;

import org.jspecify.annotations.NullMarked;
