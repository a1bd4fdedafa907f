using System.Collections.Immutable;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace CodeAssist.Eval.Execution;

/// <summary>
/// Which compiled answers are not run at all, because they name what could reach the runner that shares their process:
/// native code, raw memory, reflection, other processes, the listeners behind <c>Debug.Assert</c>. The confinement
/// protects the machine; this protects the verdict. It reads metadata, so no spelling in the source gets around it.
/// </summary>
public static class ProgramPolicy
{
    private static readonly ImmutableHashSet<string> ForbiddenTypes =
    [
        "System.Activator", "System.AppDomain", "System.Diagnostics.Process", "System.Diagnostics.Trace", "System.Diagnostics.TraceListener",
        "System.Diagnostics.TraceListenerCollection", "System.Diagnostics.DefaultTraceListener", "System.Diagnostics.DebugProvider",
        "System.Runtime.CompilerServices.Unsafe", "System.IO.RandomAccess",
    ];

    private static readonly ImmutableArray<string> ForbiddenNamespaces =
        ["System.Reflection", "System.Runtime.InteropServices", "System.Runtime.Loader", "Microsoft.Win32.SafeHandles"];

    // Type.Name is declared here; CollectionsMarshal hands out spans of lists, no raw memory.
    private static readonly ImmutableHashSet<string> Allowed =
        ["System.Reflection.MemberInfo", "System.Runtime.InteropServices.CollectionsMarshal", "System.Runtime.InteropServices.ImmutableCollectionsMarshal"];

    /// <summary>What the program names that it may not; null where there is nothing.</summary>
    /// <param name="image">The program.</param>
    public static string? Refusal(ProgramImage image) => Forbidden(image.Assembly).FirstOrDefault();

    /// <summary>Everything that an assembly names and that an answer may not: what the user's own code does already is no answer's doing.</summary>
    /// <param name="assembly">The assembly.</param>
    public static IReadOnlyList<string> Forbidden(ImmutableArray<byte> assembly)
    {
        using var reader = new PEReader(assembly);
        var metadata = reader.GetMetadataReader();
        return
        [
            .. metadata.MethodDefinitions.Select(metadata.GetMethodDefinition)
                .Where(method => method.Attributes.HasFlag(MethodAttributes.PinvokeImpl))
                .Select(method => metadata.GetString(method.Name)),
            .. metadata.TypeReferences.Select(handle => FullName(metadata, metadata.GetTypeReference(handle))).Where(IsForbidden),
        ];
    }

    private static bool IsForbidden(string name) =>
        !Allowed.Contains(name)
        && !name.EndsWith("Attribute", StringComparison.Ordinal)
        && (ForbiddenTypes.Contains(name) || ForbiddenNamespaces.Any(space => name.StartsWith(space + ".", StringComparison.Ordinal)));

    private static string FullName(MetadataReader metadata, TypeReference type)
    {
        // A nested type is as forbidden as the one it is nested in.
        while (type.ResolutionScope.Kind == HandleKind.TypeReference)
            type = metadata.GetTypeReference((TypeReferenceHandle)type.ResolutionScope);
        return $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}";
    }
}
