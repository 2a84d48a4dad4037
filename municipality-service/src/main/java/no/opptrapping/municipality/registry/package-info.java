/** Municipalities and counties over time: identity, version, number, organisation number. */
@NullMarked
package no.opptrapping.municipality.registry;

import org.jspecify.annotations.NullMarked;
