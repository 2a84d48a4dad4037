/** Versions of schemes' rules in the database. */
@NullMarked
package no.opptrapping.grant.schemerules.db;

import org.jspecify.annotations.NullMarked;
