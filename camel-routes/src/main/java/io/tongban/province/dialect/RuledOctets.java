package io.tongban.province.dialect;

import io.tongban.province.dialect.Specimen.Piece;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Takes a request as a codec writes it, and remembers where each piece begins. */
public final class RuledOctets extends RequestOctets {
    private final List<String> names = new ArrayList<>();
    private final List<Integer> starts = new ArrayList<>();

    @Override
    public void piece(String name) {
        names.add(name);
        starts.add(size());
    }

    @Override
    public boolean isRuled() {
        return true;
    }

    public List<Piece> pieces() {
        byte[] all = toByteArray();
        List<Piece> pieces = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            int end = i + 1 < starts.size() ? starts.get(i + 1) : all.length;
            pieces.add(new Piece(names.get(i), Arrays.copyOfRange(all, starts.get(i), end)));
        }
        return pieces;
    }
}
