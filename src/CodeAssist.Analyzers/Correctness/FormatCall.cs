using System.Collections.Immutable;
using CodeAssist.Analyzers.Operations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CodeAssist.Analyzers.Correctness;

/// <summary>A call that fills the placeholders of a constant text with its arguments.</summary>
/// <param name="Format">The format's expression.</param>
/// <param name="Text">The format.</param>
/// <param name="Values">What fills the placeholders; null where an array is passed whose length is not known.</param>
/// <param name="IsTemplate">Whether it is a logger's template, whose placeholders have names.</param>
/// <param name="IsSure">Whether the framework or an attribute says that it is a composite format, and not its name alone.</param>
internal sealed record FormatCall(IOperation Format, string Text, IReadOnlyList<IOperation>? Values, bool IsTemplate, bool IsSure)
{
    /// <summary>The call that an operation is, or null.</summary>
    public static FormatCall? Of(ISymbol member, ImmutableArray<IParameterSymbol> parameters, ImmutableArray<IArgumentOperation> arguments)
    {
        for (var index = 0; index < parameters.Length - 1; index++)
        {
            // What nothing can fill is no format, whatever it is called: that is said sooner than what it is called.
            if (parameters[index].Type.SpecialType != SpecialType.System_String || FillersAfter(parameters, index, isSure: true) == 0 || KindOf(member, parameters[index]) is not var (isTemplate, isSure))
                continue;
            var count = FillersAfter(parameters, index, isSure || isTemplate);
            if (count == 0)
                continue;
            var format = arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == index && argument.ArgumentKind == ArgumentKind.Explicit)?.Value;
            return format is { ConstantValue: { HasValue: true, Value: string text } }
                ? new FormatCall(format, text, ValuesOf(arguments, index, index + count), isTemplate, isSure)
                : null;
        }

        return null;
    }

    private static (bool IsTemplate, bool IsSure)? KindOf(ISymbol member, IParameterSymbol parameter)
    {
        if (parameter.Name == "messageTemplate" || (parameter.Name == "message" && IsOfLogger(member.ContainingType)))
            return (true, true);
        if (parameter.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == "StringSyntaxAttribute"
            && attribute.ConstructorArguments.Length > 0 && attribute.ConstructorArguments[0].Value is "CompositeFormat"))
        {
            return (false, true);
        }

        return parameter.Name == "format" ? (false, member.ContainingType is { } type && Stability.IsOfFramework(type)) : null;
    }

    private static bool IsOfLogger(INamedTypeSymbol? type) =>
        type?.ToDisplayString() is "Microsoft.Extensions.Logging.LoggerExtensions" or "NLog.Logger" or "NLog.ILogger";

    // How many parameters behind the format are what fills it: objects, or the rest as an array.
    private static int FillersAfter(ImmutableArray<IParameterSymbol> parameters, int format, bool isSure)
    {
        var end = format + 1;
        while (end < parameters.Length && !parameters[end].IsParams && isSure
            && (parameters[end].Type.SpecialType == SpecialType.System_Object || parameters[end].OriginalDefinition.Type is ITypeParameterSymbol))
        {
            end++;
        }

        if (end < parameters.Length && parameters[end].IsParams)
            end++;
        return end - format - 1;
    }

    private static List<IOperation>? ValuesOf(ImmutableArray<IArgumentOperation> arguments, int format, int last)
    {
        var values = new List<IOperation>();
        foreach (var argument in arguments.Where(argument => argument.Parameter is { Ordinal: var ordinal } && ordinal > format && ordinal <= last).OrderBy(argument => argument.Parameter!.Ordinal))
        {
            var value = Unwrapped.OfCasts(argument.Value);
            switch (argument.ArgumentKind)
            {
                case ArgumentKind.Explicit when argument.Parameter!.IsParams:
                    if (value is not IArrayCreationOperation { Initializer: { } given })
                        return null;
                    values.AddRange(given.ElementValues);
                    break;
                case ArgumentKind.Explicit:
                    values.Add(value);
                    break;
                case ArgumentKind.DefaultValue:
                    return null;
                default:
                    // The rest of the arguments, as an array or a span.
                    values.AddRange(value is IArrayCreationOperation { Initializer: { } array } ? array.ElementValues : value.ChildOperations);
                    break;
            }
        }

        return values;
    }
}
