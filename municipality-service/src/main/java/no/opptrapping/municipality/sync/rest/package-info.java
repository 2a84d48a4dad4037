/** Synchronisation over HTTP, for administrators. */
@NullMarked
package no.opptrapping.municipality.sync.rest;

import org.jspecify.annotations.NullMarked;
