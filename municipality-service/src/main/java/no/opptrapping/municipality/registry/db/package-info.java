/** Where the register of municipalities is kept. */
@NullMarked
package no.opptrapping.municipality.registry.db;

import org.jspecify.annotations.NullMarked;
