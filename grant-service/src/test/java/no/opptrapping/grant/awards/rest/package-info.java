@NullMarked
package no.opptrapping.grant.awards.rest;

import org.jspecify.annotations.NullMarked;
