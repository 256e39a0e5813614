package org.stayseal.barcode;

import com.google.zxing.common.reedsolomon.GenericGF;
import com.google.zxing.common.reedsolomon.ReedSolomonDecoder;
import com.google.zxing.common.reedsolomon.ReedSolomonException;
import java.util.List;
import java.util.Optional;

/**
 * What the mode message of an Aztec code says (ISO/IEC 24778).
 *
 * @param isCompact whether its core has two rings instead of three
 * @param layers around the core, 1 to 4 in a compact code and 1 to 32 in others
 * @param blocks codewords that carry content, at least 1; the rest of the codewords are check codewords
 */
record ZxingAztecSize(boolean isCompact, int layers, int blocks) {
    static Optional<ZxingAztecSize> of(boolean isCompact, List<Boolean> message) {
        int[] words = new int[message.size() / 4];
        for (int i = 0; i < message.size(); i++) {
            words[i / 4] = words[i / 4] << 1 | (message.get(i) ? 1 : 0);
        }
        int data = isCompact ? 2 : 4;
        try {
            new ReedSolomonDecoder(GenericGF.AZTEC_PARAM).decode(words, words.length - data);
        } catch (ReedSolomonException | RuntimeException e) {
            return Optional.empty();
        }
        int said = 0;
        for (int i = 0; i < data; i++) {
            said = said << 4 | words[i];
        }
        int layers = (isCompact ? said >> 6 : said >> 11) + 1;
        return Optional.of(new ZxingAztecSize(isCompact, layers, (said & (isCompact ? 0x3F : 0x7FF)) + 1));
    }

    /** Whether a decoding with so many corrections is no accident. */
    boolean isConvincing(int corrected) {
        int bitsOfWord = layers <= 2 ? 6 : layers <= 8 ? 8 : layers <= 22 ? 10 : 12;
        int words = ((isCompact ? 88 : 112) + 16 * layers) * layers / bitsOfWord;
        return new ZxingCorrection(bitsOfWord, words, words - blocks, corrected).isConvincing();
    }

    /** Modules on each side, reference grid included. */
    int modules() {
        return isCompact ? 11 + 4 * layers : 15 + 4 * layers + 2 * ((2 * layers + 6) / 15);
    }
}
