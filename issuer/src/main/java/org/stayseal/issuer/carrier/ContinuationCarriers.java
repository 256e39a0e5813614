package org.stayseal.issuer.carrier;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.stayseal.barcode.CodeMatrix;
import org.stayseal.barcode.CodeReader;
import org.stayseal.barcode.ContentDoesNotFitException;
import org.stayseal.barcode.QrCode;
import org.stayseal.issuer.carrier.PermitSheet.Line;
import org.stayseal.issuer.continuation.ContinuationMaker;
import org.stayseal.issuer.issuance.Carrier;
import org.stayseal.issuer.issuance.CarrierMaker.ReadBackRefused;
import org.stayseal.issuer.lint.Item;

/** Prints continuations and lets none out of which one code does not read back. Safe for use by several threads. */
@Component
final class ContinuationCarriers implements ContinuationMaker {

    private static final String PDF = "continuation.pdf";
    private static final int PIXELS_PER_MODULE = 8;

    private final PermitPdf pdf = new PermitPdf();
    private final ReadBack readBack = new ReadBack(CodeReader.countingOwnWork());

    @Override
    public List<Carrier> make(Order order) throws ReadBackRefused {
        Map<Item, CodeMatrix> symbols = symbols(order);
        byte[] pages =
                pdf.write(sheet(order), name -> java.util.Objects.requireNonNull(symbols.get(Item.valueOf(name))));
        List<byte[]> contents = order.texts().values().stream()
                .map(ContinuationCarriers::content)
                .toList();
        readBack.checkEachPage(PDF, pages, contents);
        List<Carrier> carriers = new ArrayList<>();
        carriers.add(new Carrier(PDF, "application/pdf", pages));
        for (Map.Entry<Item, String> code : order.texts().entrySet()) {
            String name = code.getKey().key();
            byte[] picture =
                    java.util.Objects.requireNonNull(symbols.get(code.getKey())).toPng(PIXELS_PER_MODULE);
            readBack.checkOne(name + ".png", picture, content(code.getValue()));
            carriers.add(new Carrier(name + ".png", "image/png", picture));
            carriers.add(new Carrier(name + ".txt", "text/plain", content(code.getValue() + "\n")));
        }
        return List.copyOf(carriers);
    }

    private static Map<Item, CodeMatrix> symbols(Order order) throws ReadBackRefused {
        Map<Item, CodeMatrix> symbols = new EnumMap<>(Item.class);
        try {
            order.texts()
                    .forEach((item, text) -> symbols.put(
                            item, QrCode.ofText(text, QrCode.Level.Q).matrix()));
        } catch (ContentDoesNotFitException e) {
            throw new ReadBackRefused("A code cannot be drawn: " + e.getMessage(), e);
        }
        return symbols;
    }

    private static ContinuationSheet sheet(Order order) {
        Labels labels = Labels.of(order.nationalLanguage());
        Words title = labels.words("continuation.title");
        return new ContinuationSheet(
                title.english(),
                order.country(),
                order.authority(),
                title,
                true,
                labels.words("demo"),
                labels.words("continuation.text"),
                line(labels, "continuation.until", order.until().toString()),
                line(labels, "continuation.printed", order.printedEnd().toString()),
                line(labels, "field.legalGround", order.legalGround()),
                labels.words("continuation.show"),
                line(labels, "code.check", order.verifierPage().toString()),
                labels.words("code.camera"),
                order.texts().keySet().stream()
                        .map(item -> page(labels, item, title, order.numbers().getOrDefault(item, Optional.empty())))
                        .toList());
    }

    private static ContinuationSheet.Page page(Labels labels, Item item, Words title, Optional<String> number) {
        Words code = labels.words("code." + item.key() + ".title");
        return new ContinuationSheet.Page(
                item.name(),
                title.english() + ": " + code.english(),
                code,
                number.map(text -> line(labels, "field.permitNumber", text)).orElse(null));
    }

    private static Line line(Labels labels, String key, String value) {
        return new Line(labels.words(key).both(), value, null, 1);
    }

    private static byte[] content(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
