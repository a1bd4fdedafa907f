namespace CodeAssist.Repair.Proposing.BuiltIn;

/// <summary>The list of all templates: a new one is one line here.</summary>
internal static class Templates
{
    public static IReadOnlyList<Template> All { get; } =
    [
        new ExceptionDetailLostTemplate(),
        new ForeachModifiesCollectionTemplate(),
        new IndexPastEndTemplate(),
        new IntegerDivisionToFloatingPointTemplate(),
        new LockOnSharedObjectTemplate(),
        new LogWithoutExceptionTemplate(),
        new NullTaskReturnedTemplate(),
        new PropertyUsesWrongFieldTemplate(),
        new SwappedArgumentsTemplate(),
        new TaskReturnedInsideUsingTemplate(),
    ];
}
