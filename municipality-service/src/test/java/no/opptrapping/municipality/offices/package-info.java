@NullMarked
package no.opptrapping.municipality.offices;

import org.jspecify.annotations.NullMarked;
