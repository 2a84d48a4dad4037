/** Reading what a query asks for, with every fault named at once, and answering so that the answer can be kept. */
@NullMarked
package no.opptrapping.municipality.query;

import org.jspecify.annotations.NullMarked;
