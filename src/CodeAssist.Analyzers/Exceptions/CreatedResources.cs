using System.Collections.Immutable;
using CodeAssist.Analyzers.Operations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CodeAssist.Analyzers.Exceptions;

/// <summary>Which expressions create an object that somebody must dispose of.</summary>
internal sealed class CreatedResources(RuleContext context)
{
    // Types that hold nothing which needs freeing, live as long as the process, or are freed by what shows them.
    private static readonly string[] Harmless =
    [
        "System.Threading.Tasks.Task", "System.ComponentModel.MarshalByValueComponent",
        "System.Data.DataTable", "System.Data.DataSet", "System.Data.DataView", "System.IO.MemoryStream", "System.IO.StringReader", "System.IO.StringWriter",
        "System.Threading.CancellationTokenSource", "System.Threading.SemaphoreSlim", "System.Threading.ManualResetEventSlim", "System.Threading.CountdownEvent",
        "System.ComponentModel.BackgroundWorker", "System.Windows.Forms.Control", "System.Web.UI.Control",
    ];

    // The methods of System.IO.File that open a file for the caller.
    private static readonly HashSet<string> Openers =
        ["Open", "OpenRead", "OpenWrite", "OpenText", "Create", "CreateText", "AppendText"];

    // Types whose methods use what they are given, and do not keep it.
    private static readonly string[] Borrowers =
    [
        "System.Text.Json.JsonSerializer", "System.Xml.Serialization.XmlSerializer", "System.Xml.Linq.XDocument", "System.Xml.Linq.XElement",
        "System.Console", "System.String", "System.Object", "System.Diagnostics.Debug",
    ];

    private readonly DisposeCalls _calls = new(context);
    private readonly INamedTypeSymbol? _file = context.Type("System.IO.File");
    private readonly INamedTypeSymbol? _stream = context.Type("System.IO.Stream");
    private readonly HashSet<INamedTypeSymbol> _harmless = Known(Harmless, context);
    private readonly HashSet<INamedTypeSymbol> _borrowers = Known(Borrowers, context);

    /// <summary>Whether a variable is declared with one.</summary>
    public bool IsCreatedIn(IOperation declarator) =>
        declarator is IVariableDeclaratorOperation { Initializer.Value: var value } && IsCreation(value.Unwrapped());

    /// <summary>Whether an expression creates one.</summary>
    public bool IsCreation(IOperation value) => value switch
    {
        IObjectCreationOperation creation => creation.Type is { IsReferenceType: true, TypeKind: TypeKind.Class } type
            && _calls.IsDisposable(type) && !IsHarmless(type) && !WrapsAnother(creation.Arguments),
        IInvocationOperation { TargetMethod: { IsStatic: true } method } call =>
            SymbolEqualityComparer.Default.Equals(method.ContainingType, _file) ? Openers.Contains(method.Name) : IsMadeByFactory(call),
        _ => false,
    };

    // SHA256.Create(), XmlReader.Create(path): the framework's way to make objects of abstract classes.
    private bool IsMadeByFactory(IInvocationOperation call) =>
        call.TargetMethod is { Name: "Create", ContainingType: { IsAbstract: true, ContainingNamespace: { Name: "Cryptography" or "Xml" } space } type }
        && space.ToDisplayString() is "System.Security.Cryptography" or "System.Xml"
        // One that all callers share.
        && type.Name != "RandomNumberGenerator"
        && _calls.IsDisposable(type) && !WrapsAnother(call.Arguments);

    /// <summary>Whether a method uses the object that is passed to it and leaves it to the caller.</summary>
    public bool Borrows(IMethodSymbol method) =>
        method.MethodKind != MethodKind.Constructor
        && method.ContainingType is { } type
        && (_borrowers.Contains(type) || (type.IsOrDerivesFrom(_stream) && method.Name is "CopyTo" or "CopyToAsync"));

    /// <summary>Whether a value of a type may keep the object alive that it was asked of.</summary>
    public static bool MayDependOnItsSource(ITypeSymbol? type) => type switch
    {
        null => true,
        IArrayTypeSymbol array => MayDependOnItsSource(array.ElementType),
        INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable => MayDependOnItsSource(nullable.TypeArguments[0]),
        { TypeKind: TypeKind.Enum } => false,
        _ => type.SpecialType is not (SpecialType.System_Void or SpecialType.System_String or SpecialType.System_DateTime
            or (>= SpecialType.System_Boolean and <= SpecialType.System_Double)),
    };

    private bool IsHarmless(ITypeSymbol type)
    {
        for (var current = type as INamedTypeSymbol; current is not null; current = current.BaseType)
        {
            // HTTP clients and handlers live as long as the process. They are known by their simple names: a test holds
            // that no assembly of the package names a type that can open a connection.
            if (_harmless.Contains(current.OriginalDefinition)
                || current is { Name: "HttpMessageInvoker" or "HttpMessageHandler", ContainingNamespace.Name: "Http" })
                return true;
        }

        return false;
    }

    // What is made around an object that has an owner of its own, or that has nothing to free, is as good as freed with that.
    private bool WrapsAnother(ImmutableArray<IArgumentOperation> arguments) => arguments.Any(argument =>
        argument.Value.Unwrapped() is { Type: { } type } value
        && _calls.IsDisposable(type)
        && (value is not IObjectCreationOperation || IsHarmless(type))
        && !IsCreation(value));

    private static HashSet<INamedTypeSymbol> Known(string[] names, RuleContext context) =>
        new(names.Select(context.Type).OfType<INamedTypeSymbol>(), SymbolEqualityComparer.Default);
}
