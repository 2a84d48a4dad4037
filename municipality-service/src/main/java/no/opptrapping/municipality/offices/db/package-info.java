/** Where the offices are kept, as they are told of. */
@NullMarked
package no.opptrapping.municipality.offices.db;

import org.jspecify.annotations.NullMarked;
