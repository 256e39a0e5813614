package org.stayseal.trust.authority.neighbours;

import org.stayseal.spec.trust.Manifest;

/**
 * A file of a neighbour that travels unchanged.
 *
 * @param entry as the combined manifest lists it
 * @param content as received
 */
public record AdoptedFile(Manifest.File entry, byte[] content) {}
