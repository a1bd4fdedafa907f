namespace CodeAssist.Repair.Proposing.BuiltIn;

/// <summary>The list of all templates: a new one is one line here.</summary>
internal static class Templates
{
    public static IReadOnlyList<Template> All { get; } =
    [
        new PropertyUsesWrongFieldTemplate(),
        new SwappedArgumentsTemplate(),
        new IntegerDivisionToFloatingPointTemplate(),
        new IndexPastEndTemplate(),
        new TimeSpanComponentTemplate(),
        new NonShortCircuitOperatorTemplate(),
        new FormatArgumentMismatchTemplate(),
        new WrongVariableAfterAsTemplate(),
        new TaskReturnedInsideUsingTemplate(),
        new ExceptionDetailLostTemplate(),
    ];
}
