/** The worklist over HTTP. */
@NullMarked
package no.opptrapping.grant.worklist.rest;

import org.jspecify.annotations.NullMarked;
