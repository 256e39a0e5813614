package org.stayseal.trust.authority.wrong;

/** Stands for a part of the authority. */
public final class MakesKeys {}
