/** Tests of how the database is reached. */
@NullMarked
package no.opptrapping.platform.database;

import org.jspecify.annotations.NullMarked;
