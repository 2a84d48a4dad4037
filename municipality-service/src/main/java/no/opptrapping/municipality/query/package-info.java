/** Reading the numbers of an address, and answering so that the answer can be kept. */
@NullMarked
package no.opptrapping.municipality.query;

import org.jspecify.annotations.NullMarked;
