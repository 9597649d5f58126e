package io.tongban.gateway.testing;

import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes beans as the container would: by their one constructor, once each, from beans and from the given values. So a
 * test has the real rooms without the server.
 */
public final class Beans {
    private final Map<Class<?>, Object> made = new HashMap<>();
    private final Map<Class<?>, Class<?>> implementations = new HashMap<>();
    private final Map<Type, List<? extends Class<?>>> lists = new HashMap<>();

    public <T> Beans with(Class<T> type, T value) {
        made.put(type, value);
        return this;
    }

    public <T> Beans with(Class<T> type, Class<? extends T> implementation) {
        implementations.put(type, implementation);
        return this;
    }

    /** What is injected where a list of all of a type is asked for. */
    @SafeVarargs
    public final <T> Beans withAll(Class<T> type, Class<? extends T>... implementations) {
        lists.put(type, List.of(implementations));
        return this;
    }

    public synchronized <T> T get(Class<T> type) {
        Object known = made.get(type);
        if (known == null) {
            known = make(implementations.getOrDefault(type, type));
            made.put(type, known);
            made.put(known.getClass(), known);
        }
        return type.cast(known);
    }

    private Object make(Class<?> type) {
        Object known = made.get(type);
        if (known != null) {
            return known;
        }
        Constructor<?>[] constructors = type.getDeclaredConstructors();
        if (constructors.length != 1) {
            throw new IllegalStateException(type + " needs one constructor, or a value given to the test");
        }
        try {
            constructors[0].setAccessible(true);
            return constructors[0].newInstance(Arrays.stream(constructors[0].getGenericParameterTypes())
                    .map(this::argument)
                    .toArray());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Cannot make " + type, e);
        }
    }

    private Object argument(Type type) {
        if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
            return lists.getOrDefault(list.getActualTypeArguments()[0], List.of()).stream()
                    .map(this::get)
                    .toList();
        }
        return get((Class<?>) type);
    }
}
