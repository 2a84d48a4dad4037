@NullMarked
package no.opptrapping.grant.letters.rest;

import org.jspecify.annotations.NullMarked;
