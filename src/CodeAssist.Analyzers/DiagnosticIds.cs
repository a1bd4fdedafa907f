namespace CodeAssist.Analyzers;

/// <summary>The ID of every rule. IDs are permanent: an ID that was published is never given to another rule.</summary>
public static class DiagnosticIds
{
    /// <summary>Both sides of an operator are the same expression.</summary>
    public const string IdenticalOperands = "CDA1001";

    /// <summary>An arm tests what an earlier arm has already tested.</summary>
    public const string DuplicateCondition = "CDA1002";

    /// <summary>All branches of a decision do the same.</summary>
    public const string IdenticalBranches = "CDA1003";

    /// <summary>Two branches of a decision have the same body.</summary>
    public const string DuplicateBranch = "CDA1004";

    /// <summary>A property reads or writes another property's field.</summary>
    public const string PropertyUsesWrongField = "CDA1005";

    /// <summary>Two arguments stand in the other order than their parameters.</summary>
    public const string SwappedArguments = "CDA1006";

    /// <summary>An element is written twice in a row.</summary>
    public const string OverwrittenElement = "CDA1007";

    /// <summary>An integer division is used as a floating-point value.</summary>
    public const string IntegerDivisionToFloatingPoint = "CDA1008";

    /// <summary>The result of a pure method is dropped.</summary>
    public const string IgnoredPureResult = "CDA1010";

    /// <summary>A member calls itself on every path.</summary>
    public const string InfiniteRecursion = "CDA1012";

    /// <summary>A for loop never runs, or never ends.</summary>
    public const string LoopNeverRunsOrNeverEnds = "CDA1013";

    /// <summary>A for loop steps another variable than it tests.</summary>
    public const string LoopIncrementsWrongVariable = "CDA1014";

    /// <summary>An exception is created and not thrown.</summary>
    public const string ExceptionNotThrown = "CDA1016";

    /// <summary>A right side is evaluated although the left side has decided, and throws.</summary>
    public const string NonShortCircuitOperator = "CDA1018";

    /// <summary>The two characters of a compound operator stand in the wrong order.</summary>
    public const string ReversedCompoundAssignment = "CDA1019";

    /// <summary>An increment is lost at once.</summary>
    public const string UselessIncrement = "CDA1020";

    /// <summary>A test for odd numbers misses the negative ones.</summary>
    public const string OddCheckIgnoresNegatives = "CDA1022";

    /// <summary>A component of a time difference is used as the whole difference.</summary>
    public const string TimeSpanComponent = "CDA1023";

    /// <summary>A loop runs one element past the end.</summary>
    public const string IndexPastEnd = "CDA1025";

    /// <summary>A value is compared with null after it was dereferenced.</summary>
    public const string NullCheckAfterDereference = "CDA1026";

    /// <summary>A value without a text of its own becomes part of a string.</summary>
    public const string TaskInString = "CDA1027";

    /// <summary>A sorted sequence is sorted anew by another key.</summary>
    public const string OrderByTwice = "CDA1028";

    /// <summary>A lambda is taken off an event that never had it.</summary>
    public const string UnsubscribeLambda = "CDA1029";

    /// <summary>An operator takes other operands than its place suggests.</summary>
    public const string LostConditionalPrecedence = "CDA1032";

    /// <summary>A format's placeholders and its arguments disagree.</summary>
    public const string FormatArgumentMismatch = "CDA1033";

    /// <summary>The source of an as is tested instead of its result.</summary>
    public const string WrongVariableAfterAs = "CDA1034";

    /// <summary>The bounds of a clamp stand in the wrong order.</summary>
    public const string ImpossibleClamp = "CDA1036";

    /// <summary>The result of a condition is known from another condition or from the type.</summary>
    public const string ContradictoryCondition = "CDA1038";

    /// <summary>A task outlives the using or try that it was made in.</summary>
    public const string TaskReturnedInsideUsing = "CDA2001";

    /// <summary>A task is dropped where CS4014 does not look.</summary>
    public const string UnobservedTask = "CDA2002";

    /// <summary>An async lambda is converted to a delegate that returns void.</summary>
    public const string AsyncVoidLambda = "CDA2003";

    /// <summary>An async method returns void and is no event handler.</summary>
    public const string AsyncVoidMethod = "CDA2004";

    /// <summary>An await of a conditional access, which is null where its receiver is.</summary>
    public const string AwaitNullConditional = "CDA2005";

    /// <summary>A method that is not async returns null in place of a task.</summary>
    public const string NullTaskReturned = "CDA2006";

    /// <summary>A blocking call in an async method where an awaitable twin exists.</summary>
    public const string SyncCallInAsync = "CDA2007";

    /// <summary>A thread blocks on a task.</summary>
    public const string SyncOverAsync = "CDA2008";

    /// <summary>A lock on an object that strangers share, or that the other threads do not have.</summary>
    public const string LockOnSharedObject = "CDA2009";

    /// <summary>A foreach changes the collection that it runs over.</summary>
    public const string ForeachModifiesCollection = "CDA2011";

    /// <summary>An event or delegate field is tested for null and read again to be invoked.</summary>
    public const string UnsafeEventInvocation = "CDA2012";

    /// <summary>A general exception is caught and forgotten.</summary>
    public const string SwallowedException = "CDA3001";

    /// <summary>A new exception does not carry the caught one.</summary>
    public const string ExceptionDetailLost = "CDA3002";

    /// <summary>A failure is logged without the exception.</summary>
    public const string LogWithoutException = "CDA3003";

    /// <summary>A disposable local is neither disposed of nor handed on.</summary>
    public const string DisposableLeak = "CDA3004";

    /// <summary>An object is disposed of twice.</summary>
    public const string DoubleDispose = "CDA3005";

    /// <summary>A finally block or a disposer throws.</summary>
    public const string FinallyOrDisposeThrows = "CDA3006";

    /// <summary>A documented member only throws NotImplementedException.</summary>
    public const string NotImplementedMember = "CDA5001";

    /// <summary>A comment marks an empty branch as not written yet.</summary>
    public const string UnfinishedBranch = "CDA5002";

    /// <summary>The address of a rule's page.</summary>
    public static string HelpLink(string id) => $"https://github.com/codeassist/codeassist/blob/main/docs/rules/{id}.md";
}
