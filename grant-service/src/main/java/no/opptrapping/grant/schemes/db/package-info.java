/** The register of schemes in the database. */
@NullMarked
package no.opptrapping.grant.schemes.db;

import org.jspecify.annotations.NullMarked;
