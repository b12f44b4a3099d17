using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace BillingBot.Knowledge.Articles.Search;

/// <summary>
/// Writes and reads an immutable object with all it holds, field by field: numbers, texts, lists, dictionaries and objects of
/// this namespace. It needs no change when a class changes, but only the program that wrote something can read it.
/// </summary>
internal static class FieldGraph
{
    private const BindingFlags Own = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
    private static readonly string Here = typeof(FieldGraph).Namespace!;

    public static void Write<T>(BinaryWriter to, T value) => Write(to, value, typeof(T));

    /// <exception cref="InvalidDataException">It is something else.</exception>
    /// <exception cref="EndOfStreamException">It is cut off.</exception>
    public static T Read<T>(BinaryReader from) => (T)Read(from, typeof(T))!;

    private static void Write(BinaryWriter to, object? value, Type declared)
    {
        if (!declared.IsValueType)
        {
            to.Write(value is not null);
            if (value is null)
            {
                return;
            }
        }

        if (ItemOf(declared) is { } item)
        {
            Call(nameof(WriteList), item, to, value);
        }
        else if (value is string text)
        {
            to.Write(text);
        }
        else if (value is IDictionary pairs && declared.GenericTypeArguments is [var key, var held])
        {
            Write(to, pairs.Keys, typeof(IEnumerable<>).MakeGenericType(key));
            Write(to, pairs.Values, typeof(IEnumerable<>).MakeGenericType(held));
        }
        else if (declared is { IsValueType: true } && IsFlat(declared))
        {
            Call(nameof(WriteList), declared, to, new object[] { value! });
        }
        else
        {
            var type = declared.IsAbstract ? value!.GetType() : declared;
            if (declared.IsAbstract)
            {
                to.Write(type.FullName!);
            }

            foreach (var field in Fields(type))
            {
                Write(to, field.GetValue(value), field.FieldType);
            }
        }
    }

    private static object? Read(BinaryReader from, Type declared)
    {
        if (!declared.IsValueType && !from.ReadBoolean())
        {
            return null;
        }

        if (ItemOf(declared) is { } item)
        {
            var items = Call(nameof(ReadList), item, from)!;
            return declared.IsGenericType && declared.GetGenericTypeDefinition() == typeof(List<>) ? Activator.CreateInstance(declared, items) : items;
        }

        if (declared == typeof(string))
        {
            return from.ReadString();
        }

        if (declared.IsAssignableTo(typeof(IDictionary)) && declared.GenericTypeArguments is [var key, var held])
        {
            var (keys, values) = ((IList)Read(from, key.MakeArrayType())!, (IList)Read(from, held.MakeArrayType())!);
            var pairs = (IDictionary)Activator.CreateInstance(declared)!;
            for (var index = 0; index < keys.Count; index++)
            {
                pairs.Add(keys[index]!, values[index]);
            }

            return pairs;
        }

        if (declared is { IsValueType: true } && IsFlat(declared))
        {
            return ((Array)Call(nameof(ReadList), declared, from)!).GetValue(0);
        }

        var type = declared.IsAbstract ? typeof(FieldGraph).Assembly.GetType(from.ReadString(), throwOnError: true)! : declared;
        var read = RuntimeHelpers.GetUninitializedObject(type);
        foreach (var field in Fields(type))
        {
            field.SetValue(read, Read(from, field.FieldType));
        }

        return read;
    }

    private static void WriteList<T>(BinaryWriter to, IEnumerable items)
    {
        var all = items as T[] ?? [.. items.Cast<T>()];
        to.Write(all.Length);
        if (!RuntimeHelpers.IsReferenceOrContainsReferences<T>())
        {
            to.Write(MemoryMarshal.CreateReadOnlySpan(ref Unsafe.As<T, byte>(ref MemoryMarshal.GetArrayDataReference(all)), all.Length * Unsafe.SizeOf<T>()));
            return;
        }

        foreach (var item in all)
        {
            Write(to, item);
        }
    }

    private static T[] ReadList<T>(BinaryReader from)
    {
        var all = new T[from.ReadInt32()];
        if (!RuntimeHelpers.IsReferenceOrContainsReferences<T>())
        {
            from.BaseStream.ReadExactly(MemoryMarshal.CreateSpan(ref Unsafe.As<T, byte>(ref MemoryMarshal.GetArrayDataReference(all)), all.Length * Unsafe.SizeOf<T>()));
            return all;
        }

        for (var index = 0; index < all.Length; index++)
        {
            all[index] = Read<T>(from);
        }

        return all;
    }

    /// <summary>What a list is a list of; null where the type is none.</summary>
    private static Type? ItemOf(Type type) => type.IsArray ? type.GetElementType()
        : type.IsGenericType && (type.GetGenericTypeDefinition() == typeof(List<>) || type is { IsInterface: true, GenericTypeArguments.Length: 1 })
            ? type.GenericTypeArguments[0]
            : null;

    /// <summary>It holds nothing but its own bytes.</summary>
    private static bool IsFlat(Type type) => !(bool)typeof(RuntimeHelpers).GetMethod(nameof(RuntimeHelpers.IsReferenceOrContainsReferences))!
        .MakeGenericMethod(type).Invoke(null, null)!;

    private static IEnumerable<FieldInfo> Fields(Type type)
    {
        if (!type.IsValueType && !type.FullName!.StartsWith(Here, StringComparison.Ordinal))
        {
            throw new InvalidDataException($"{type} cannot be written or read: it is no class of the search.");
        }

        for (var part = type; part is not null && part != typeof(object) && part != typeof(ValueType); part = part.BaseType)
        {
            foreach (var field in part.GetFields(Own))
            {
                yield return field;
            }
        }
    }

    private static object? Call(string method, Type item, params object?[] given) => typeof(FieldGraph)
        .GetMethod(method, BindingFlags.Static | BindingFlags.NonPublic)!.MakeGenericMethod(item).Invoke(null, BindingFlags.DoNotWrapExceptions, null, given, null);
}
